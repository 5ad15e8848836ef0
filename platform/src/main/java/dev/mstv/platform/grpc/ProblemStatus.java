package dev.mstv.platform.grpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RequestInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.mstv.platform.problem.FieldError;
import dev.mstv.platform.problem.Problem;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.Locale;
import java.util.regex.Pattern;

/** Problems as a status with details, in Google's error model (AIP-193). */
final class ProblemStatus {

    private static final String DOMAIN = "mstv";
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])[A-Z]");
    // Details go in base64 in the trailers, for which clients have 8 KiB.
    private static final int VIOLATIONS = 4_096;

    private ProblemStatus() {}

    /** What a client gets who made this request. */
    static StatusRuntimeException of(Problem problem, String requestId) {
        Status.Builder status = Status.newBuilder()
                .setCode(problem.kind().grpcStatus())
                .setMessage(problem.detail())
                .addDetails(Any.pack(ErrorInfo.newBuilder()
                        .setReason(problem.code())
                        .setDomain(DOMAIN)
                        .build()))
                .addDetails(Any.pack(
                        RequestInfo.newBuilder().setRequestId(requestId).build()));
        if (!problem.errors().isEmpty()) {
            status.addDetails(Any.pack(violations(problem)));
        }
        if (problem.retryAfter() != null) {
            status.addDetails(Any.pack(RetryInfo.newBuilder()
                    .setRetryDelay(duration(problem.retryAfter()))
                    .build()));
        }
        return StatusProto.toStatusRuntimeException(status.build());
    }

    /** The fields, as many as there is room for. */
    private static BadRequest violations(Problem problem) {
        BadRequest.Builder all = BadRequest.newBuilder();
        int room = VIOLATIONS;
        for (FieldError error : problem.errors()) {
            FieldViolation violation = FieldViolation.newBuilder()
                    .setField(named(error.field()))
                    .setDescription(error.message())
                    .setReason(error.code())
                    .build();
            room -= violation.getSerializedSize();
            if (room < 0) {
                break;
            }
            all.addFieldViolations(violation);
        }
        return all.build();
    }

    /** As the field is called in the message, where names are snake_case. */
    private static String named(String field) {
        return HUMP.matcher(field).replaceAll(hump -> "_" + hump.group().toLowerCase(Locale.ROOT));
    }

    private static com.google.protobuf.Duration duration(java.time.Duration wait) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(wait.toSeconds())
                .setNanos(wait.toNanosPart())
                .build();
    }
}
