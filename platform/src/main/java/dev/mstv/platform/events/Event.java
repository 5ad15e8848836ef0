package dev.mstv.platform.events;

import io.micronaut.core.annotation.Introspected;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import java.util.UUID;

/** Something that has happened: a record with a {@link Type}, in the past tense. */
public interface Event {

    /**
     * Whom its {@link Personal} components tell of: they are encrypted under this person's key, and gone when the person
     * is. Empty for an event without such components.
     */
    default Optional<UUID> person() {
        return Optional.empty();
    }

    /** What an event is called outside of the process. */
    @Documented
    @Introspected
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Type {

        /** Logical name, such as {@code user.registered}; never a class name. */
        String value();

        /** Of the payload's schema, from 1. */
        int version() default 1;
    }

    /** On the interface that a module's events share: where they are published. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface Topic {

        /** Such as {@code user.events}. */
        String value();

        /** Into how many partitions it is split where this process makes it. */
        int partitions() default 3;
    }
}
