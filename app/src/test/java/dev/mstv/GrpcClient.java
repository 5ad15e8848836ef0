package dev.mstv;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import dev.mstv.contracts.auth.AuthResponse;
import dev.mstv.contracts.auth.AuthServiceGrpc;
import dev.mstv.contracts.auth.LoginRequest;
import dev.mstv.contracts.order.OrderServiceGrpc;
import dev.mstv.contracts.user.UserServiceGrpc;
import dev.mstv.platform.grpc.GrpcServer;
import dev.mstv.platform.security.Caller;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.MetadataUtils;
import io.micronaut.context.ApplicationContext;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A client of a process by gRPC; what it sends with each call can be added to. */
final class GrpcClient implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    private final ManagedChannel connection;
    private final Metadata sent;
    private final AtomicReference<Metadata> headers = new AtomicReference<>(new Metadata());
    private final AtomicReference<Metadata> trailers = new AtomicReference<>(new Metadata());

    private GrpcClient(ManagedChannel connection, Metadata sent) {
        this.connection = connection;
        this.sent = sent;
    }

    static GrpcClient of(ApplicationContext process) {
        int port = process.getBean(GrpcServer.class).port();
        return new GrpcClient(
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build(), new Metadata());
    }

    /** The same connection, with something more beside each call. */
    GrpcClient with(String name, String value) {
        Metadata more = new Metadata();
        more.merge(sent);
        more.put(key(name), value);
        return new GrpcClient(connection, more);
    }

    /** The same connection, as who has this token. */
    GrpcClient as(String token) {
        return with("authorization", "Bearer " + token);
    }

    /** The same connection, as someone new. */
    GrpcClient asNew(ApplicationContext process, String role) {
        return as(signedIn(process, role).getAccessToken());
    }

    /** Someone new, signed in. */
    AuthResponse signedIn(ApplicationContext process, String role) {
        String email = "g-" + UUID.randomUUID() + "@example.com";
        Caller.User unused = Accounts.user(process, email, role);
        return auth().login(LoginRequest.newBuilder()
                .setEmail(email)
                .setPassword(PASSWORD)
                .build());
    }

    UserServiceGrpc.UserServiceBlockingStub users() {
        return UserServiceGrpc.newBlockingStub(channel());
    }

    AuthServiceGrpc.AuthServiceBlockingStub auth() {
        return AuthServiceGrpc.newBlockingStub(channel());
    }

    OrderServiceGrpc.OrderServiceBlockingStub orders() {
        return OrderServiceGrpc.newBlockingStub(channel());
    }

    Channel channel() {
        return ClientInterceptors.intercept(
                connection,
                MetadataUtils.newAttachHeadersInterceptor(sent),
                MetadataUtils.newCaptureMetadataInterceptor(headers, trailers));
    }

    /** What stood before the last answer, or beside its status if there was none; empty if nothing of that name. */
    String answered(String name) {
        return Stream.of(headers.get(), trailers.get())
                .filter(Objects::nonNull)
                .flatMap(metadata -> Optional.ofNullable(metadata.get(key(name))).stream())
                .findFirst()
                .orElse("");
    }

    /** How a call is refused: the status and the reason, as in {@code NOT_FOUND user_not_found}. */
    static String refusal(ThrowingCallable call) {
        StatusRuntimeException refused = refused(call);
        return refused.getStatus().getCode() + " "
                + detail(refused, ErrorInfo.class).getReason();
    }

    /** The field that a call is refused for, and why, as in {@code unit_price range}. */
    static String violation(ThrowingCallable call) {
        BadRequest.FieldViolation first =
                detail(refused(call), BadRequest.class).getFieldViolations(0);
        return first.getField() + " " + first.getReason();
    }

    static StatusRuntimeException refused(ThrowingCallable call) {
        return Assertions.catchThrowableOfType(StatusRuntimeException.class, call);
    }

    static <M extends Message> M detail(StatusRuntimeException refused, Class<M> type) {
        return Objects.requireNonNull(StatusProto.fromThrowable(refused)).getDetailsList().stream()
                .filter(any -> any.is(type))
                .map(any -> unpacked(any, type))
                .findFirst()
                .orElseThrow();
    }

    private static <M extends Message> M unpacked(Any any, Class<M> type) {
        try {
            return any.unpack(type);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Metadata.Key<String> key(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public void close() {
        connection.shutdownNow();
    }
}
