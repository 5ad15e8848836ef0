package dev.mstv.platform.composition;

import io.micronaut.context.annotation.Requires;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the package-info of a package beside {@code @Configuration}: what is in it and below exists only in a process that
 * runs the module.
 */
@Documented
@Requires(condition = ModuleRunsHere.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PACKAGE)
public @interface InModule {

    /** Name of the module, as in {@code MODULES}. */
    String value();
}
