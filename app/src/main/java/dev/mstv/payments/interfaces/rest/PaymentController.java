package dev.mstv.payments.interfaces.rest;

import dev.mstv.payments.FindPayment;
import dev.mstv.payments.FindPayments;
import dev.mstv.payments.PaymentProblem;
import dev.mstv.payments.PaymentView;
import dev.mstv.platform.bus.Bus;
import dev.mstv.platform.persistence.Versioned;
import dev.mstv.platform.web.Edge;
import dev.mstv.platform.web.Etag;
import dev.mstv.platform.web.Input;
import dev.mstv.platform.web.Listing;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments over REST. */
@Tag(name = "payments")
@Controller("/payments")
@Edge
class PaymentController {

    private final Bus bus;

    PaymentController(Bus bus) {
        this.bus = bus;
    }

    @Get
    @Operation(summary = "Lists the payments for an order: one, or none yet")
    Listing<PaymentView> list(@Nullable @QueryValue String orderId) {
        UUID order = Input.id("orderId", Input.required("orderId", orderId));
        return new Listing<>(bus.ask(new FindPayments(order)), null);
    }

    @Get("/{id}")
    @Operation(summary = "Shows a payment")
    HttpResponse<PaymentView> get(String id, @Nullable @Header(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Versioned<PaymentView> payment =
                bus.ask(new FindPayment(Input.id("id", id))).orElseThrow(PaymentProblem.PAYMENT_NOT_FOUND::refusal);
        return Etag.response(payment.value(), payment.version(), ifNoneMatch);
    }
}
