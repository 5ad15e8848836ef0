package dev.mstv.platform.sse;

import dev.mstv.platform.web.Edge;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.sse.Event;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Channels as streams of events, which a client takes up again where it has left off. */
@Controller("/streams")
@Edge
class StreamController {

    private final Streams streams;

    StreamController(Streams streams) {
        this.streams = streams;
    }

    @Get(value = "/{channel}", produces = MediaType.TEXT_EVENT_STREAM)
    HttpResponse<Publisher<Event<String>>> stream(
            String channel,
            @Nullable @Header(HttpHeaders.AUTHORIZATION) String authorization,
            @Nullable @Header("Last-Event-ID") String lastEventId) {
        return HttpResponse.<Publisher<Event<String>>>ok(streams.open(channel, authorization, lastEventId))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no");
    }
}
