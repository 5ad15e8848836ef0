package dev.mstv.platform.composition;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** The switch behind {@link InModule}. Public, because the framework ignores one that is not. */
public final class ModuleRunsHere implements Condition {

    @Override
    @SuppressWarnings("rawtypes")
    public boolean matches(ConditionContext context) {
        String module = context.getComponent()
                .getAnnotationMetadata()
                .stringValue(InModule.class)
                .orElseThrow();
        return Composition.modules(context).contains(module);
    }
}
