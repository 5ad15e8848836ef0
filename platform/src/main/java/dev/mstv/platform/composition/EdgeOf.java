package dev.mstv.platform.composition;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the package-info of a package beside {@code @Configuration}: what is in it and below exists only where the protocol
 * is on and where the module runs, or no module at all: such a process is a gateway to every module.
 */
@Documented
@Requires(condition = EdgeIsOn.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface EdgeOf {

    /** Name of the module, as in {@code MODULES}; empty for what serves all of them. */
    String value() default "";

    /** One of which is enough. */
    Protocol[] protocol();
}
