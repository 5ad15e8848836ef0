package dev.mstv.platform.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Something that has happened: a record with a {@link Type}, in the past tense. */
public interface Event {

    /** What an event is called outside of the process. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Type {

        /** Logical name, such as {@code user.registered}; never a class name. */
        String value();

        /** Of the payload's schema, from 1. */
        int version() default 1;
    }
}
