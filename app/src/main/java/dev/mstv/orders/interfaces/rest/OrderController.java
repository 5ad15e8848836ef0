package dev.mstv.orders.interfaces.rest;

import dev.mstv.orders.CancelOrder;
import dev.mstv.orders.Cancellation;
import dev.mstv.orders.FindOrder;
import dev.mstv.orders.FindOrders;
import dev.mstv.orders.OrderProblem;
import dev.mstv.orders.OrderView;
import dev.mstv.orders.PlaceOrder;
import dev.mstv.orders.Placement;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.persistence.Page;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.web.Cursor;
import dev.mstv.platform.web.Edge;
import dev.mstv.platform.web.Etag;
import dev.mstv.platform.web.Input;
import dev.mstv.platform.web.Listing;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Orders over REST. */
@Tag(name = "orders")
@Controller("/orders")
@Edge
class OrderController {

    private final Bus bus;

    OrderController(Bus bus) {
        this.bus = bus;
    }

    @Post
    @Operation(summary = "Orders something for the user, who is charged for it afterwards")
    HttpResponse<OrderView> place(@Body NewOrder body) {
        return switch (bus.send(new PlaceOrder(body.items(), body.paymentToken()))) {
            case Placement.Placed(var order) ->
                HttpResponse.created(
                                order.value(),
                                URI.create("/orders/" + order.value().id()))
                        .header(HttpHeaders.ETAG, Etag.of(order.version()));
            case Placement.Refused refused -> throw refused.refusal();
        };
    }

    @Get
    @Operation(summary = "Lists the user's orders, or an administrator everyone's, newest first")
    Listing<OrderView> list(@Nullable @QueryValue String limit, @Nullable @QueryValue String cursor) {
        Page<OrderView> page = bus.ask(new FindOrders(Input.limit(limit), Input.cursor(cursor)));
        return new Listing<>(page.items(), Cursor.encode(page.next()));
    }

    @Get("/{id}")
    @Operation(summary = "Shows an order")
    HttpResponse<OrderView> get(String id, @Nullable @Header(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Versioned<OrderView> order =
                bus.ask(new FindOrder(Input.id("id", id))).orElseThrow(OrderProblem.ORDER_NOT_FOUND::refusal);
        return Etag.response(order.value(), order.version(), ifNoneMatch);
    }

    @Post("/{id}/cancel")
    @Operation(summary = "Cancels an order; what was paid is given back")
    HttpResponse<OrderView> cancel(String id, @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch) {
        return switch (bus.send(new CancelOrder(Input.id("id", id), Etag.version(ifMatch)))) {
            case Cancellation.Cancelled(var order) -> Etag.response(order.value(), order.version(), null);
            case Cancellation.OrderMissing refused -> throw refused.refusal();
            case Cancellation.NotCancellable refused -> throw refused.refusal();
            case Cancellation.Outdated refused -> throw refused.refusal();
        };
    }
}
