package dev.mstv.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** On a test that knows nothing but where clients go: it runs against each {@link Shape} of the application. */
@Tag("in-every-shape")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InEveryShape {}
