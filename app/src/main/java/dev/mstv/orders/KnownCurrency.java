package dev.mstv.orders;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The ISO 4217 code of a currency that has amounts, in upper case. */
@Documented
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownCurrency {

    String message() default "is no currency";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
