package dev.mstv.platform.bus;

import io.micronaut.core.annotation.Introspected;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a message and says who may send it. Without it a message has no handler and the start stops. */
@Documented
@Introspected
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface UseCase {

    /** Logical name, {@code <module>.<use_case>}: what crosses process boundaries, never the class name. */
    String value();

    /** Of the message's form, from 1; raised when a process of an older release would misunderstand it. */
    int version() default 1;

    /** Who may send it. */
    Access access() default Access.PERMITTED;

    /** The action that a {@link Access#PERMITTED} sender needs, as in the policy files. */
    String action() default "";

    /** The type of subject on which the sender needs it. */
    String subject() default "";

    /** Who may send a message. */
    enum Access {
        /** Anyone, signed in or not. */
        ANYONE,
        /** Callers whose abilities allow the action on some subject of the type; the handler checks the instance. */
        PERMITTED,
        /** Only another use case or the process itself, never an edge. */
        INTERNAL
    }
}
