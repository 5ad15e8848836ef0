package dev.mstv.platform.bus;

import dev.mstv.platform.bus.UseCase.Access;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** What the stages need to know of a message type, read once at start. */
record UseCaseType(
        Class<?> message,
        Type outcome,
        String name,
        String module,
        int version,
        boolean command,
        Access access,
        String action,
        String subject) {

    static UseCaseType of(Class<?> message) {
        UseCase useCase = message.getAnnotation(UseCase.class);
        if (useCase == null) {
            throw new IllegalStateException(message.getName() + " is not annotated with @UseCase");
        }
        int dot = useCase.value().indexOf('.');
        if (dot < 1) {
            throw new IllegalStateException("The name of " + message.getName() + " is not <module>.<use_case>");
        }
        if (useCase.access() == Access.PERMITTED
                && (useCase.action().isEmpty() || useCase.subject().isEmpty())) {
            throw new IllegalStateException(message.getName() + " does not say which action on which subject it is");
        }
        return new UseCaseType(
                message,
                outcomeOf(message),
                useCase.value(),
                useCase.value().substring(0, dot),
                useCase.version(),
                Command.class.isAssignableFrom(message),
                useCase.access(),
                useCase.action(),
                useCase.subject());
    }

    /** The module that a message of this type is for. */
    String moduleOf(Message<?> message) {
        return message instanceof OfModule of ? of.module() : module;
    }

    /** Whether each message says itself which module it is for. */
    boolean ofAnyModule() {
        return OfModule.class.isAssignableFrom(message);
    }

    private static Type outcomeOf(Class<?> message) {
        for (Type type : message.getGenericInterfaces()) {
            if (type instanceof ParameterizedType known
                    && (known.getRawType() == Command.class || known.getRawType() == Query.class)) {
                return known.getActualTypeArguments()[0];
            }
        }
        throw new IllegalStateException(message.getName() + " is neither a Command<R> nor a Query<R>");
    }
}
