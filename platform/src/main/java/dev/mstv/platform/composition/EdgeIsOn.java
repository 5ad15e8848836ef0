package dev.mstv.platform.composition;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.annotation.AnnotationMetadata;
import java.util.Arrays;
import java.util.Set;

/** The switch behind {@link EdgeOf}. Public, because the framework ignores one that is not. */
public final class EdgeIsOn implements Condition {

    @Override
    @SuppressWarnings("rawtypes")
    public boolean matches(ConditionContext context) {
        AnnotationMetadata edge = context.getComponent().getAnnotationMetadata();
        String module = edge.stringValue(EdgeOf.class).orElse("");
        Protocol[] protocols = edge.enumValues(EdgeOf.class, "protocol", Protocol.class);
        Set<String> modules = Composition.modules(context);
        return Arrays.stream(protocols).anyMatch(Composition.protocols(context)::contains)
                && (module.isEmpty() || modules.isEmpty() || modules.contains(module));
    }
}
