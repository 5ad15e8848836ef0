package dev.mstv.orders;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A price with no more decimals than its currency has: it is refused, because rounding would change what was agreed. */
@Documented
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotTooPrecise {

    String message() default "has more decimals than its currency";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
