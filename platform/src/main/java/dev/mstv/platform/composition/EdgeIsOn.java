package dev.mstv.platform.composition;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.annotation.AnnotationMetadata;
import java.util.Set;

/** The switch behind {@link EdgeOf}. Public, because the framework ignores one that is not. */
public final class EdgeIsOn implements Condition {

    @Override
    @SuppressWarnings("rawtypes")
    public boolean matches(ConditionContext context) {
        AnnotationMetadata edge = context.getComponent().getAnnotationMetadata();
        String module = edge.stringValue(EdgeOf.class).orElse("");
        Protocol protocol =
                edge.enumValue(EdgeOf.class, "protocol", Protocol.class).orElseThrow();
        Set<String> modules = Composition.modules(context);
        return Composition.protocols(context).contains(protocol)
                && (module.isEmpty() || modules.isEmpty() || modules.contains(module));
    }
}
