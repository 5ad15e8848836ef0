package dev.mstv;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client of plain HTTP that would speak HTTP/2 if the server did, and that follows no redirect. */
final class Plain implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    Plain(ApplicationContext process) {
        this.address = process.getBean(EmbeddedServer.class).getURI();
    }

    /** With headers, by name and value in turn. */
    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        if (headers.length > 0) {
            HttpRequest.Builder unused = request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
