package dev.mstv.platform.grpc;

import com.google.protobuf.Descriptors.FileDescriptor;
import dev.mstv.platform.problem.Problem;
import dev.mstv.platform.problem.ProblemKind;
import dev.mstv.platform.web.Edge;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The {@code .proto} files of the services that this process serves. Not in production. */
@Controller("/schemas/proto")
@Edge
@Requires(property = "mstv.documented", value = "true")
@Requires(property = Grpc.EDGE, value = "true")
class ProtoController {

    private static final String OURS = "/proto/";

    private final Map<String, String> files = new TreeMap<>();

    ProtoController(List<GrpcEdge> services) {
        services.forEach(service -> add(((ProtoFileDescriptorSupplier) Objects.requireNonNull(
                        service.bindService().getServiceDescriptor().getSchemaDescriptor()))
                .getFileDescriptor()));
    }

    @Get
    Map<String, Object> index() {
        return Map.of("files", List.copyOf(files.keySet()));
    }

    @Get("/{name}")
    @Produces(MediaType.TEXT_PLAIN)
    String file(String name) {
        String text = files.get(name);
        if (text == null) {
            throw Problem.of(ProblemKind.NOT_FOUND, "not_found", "There is no such file.")
                    .refusal();
        }
        return text;
    }

    // What a file imports that is not ours comes with every tool.
    private void add(FileDescriptor file) {
        try (InputStream in = ProtoController.class.getResourceAsStream(OURS + file.getName())) {
            if (in != null) {
                files.put(file.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.getDependencies().forEach(this::add);
    }
}
