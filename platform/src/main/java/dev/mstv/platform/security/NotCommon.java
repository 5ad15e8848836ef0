package dev.mstv.platform.security;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A password that is not in everybody's list of passwords to try first. */
@Documented
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface NotCommon {

    String message() default "is one of the most common passwords";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
