package dev.mstv.platform.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The files of a front-end library that lies on the class path as a jar. */
public final class Webjar {

    private final String directory;

    private Webjar(String directory) {
        this.directory = directory;
    }

    /** The one of these Maven coordinates. */
    public static Webjar of(String group, String artifact) {
        try (InputStream in = open("META-INF/maven/" + group + "/" + artifact + "/pom.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            String version = properties.getProperty("version");
            return new Webjar("META-INF/resources/webjars/" + artifact + "/" + version + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of its files; which are served is the caller's choice, never the client's. */
    public HttpResponse<byte[]> file(String name) {
        try (InputStream in = open(directory + name)) {
            return HttpResponse.ok(in.readAllBytes())
                    .contentType(MediaType.forFilename(name))
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = Webjar.class.getClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not on the class path");
        }
        return in;
    }
}
