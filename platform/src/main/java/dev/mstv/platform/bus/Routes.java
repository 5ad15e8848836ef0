package dev.mstv.platform.bus;

import dev.mstv.platform.composition.Composition;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The way of every message type: the stages and then the handler, or, if its module runs in other processes, the way to
 * those, where the stages are.
 */
@Context
final class Routes {

    private final Map<UseCaseType, Step> local = new HashMap<>();
    private final List<Stage> stages;
    private final Deduplicate deduplicate;

    // A raw type, because the handlers of all types are meant.
    @SuppressWarnings("rawtypes")
    Routes(
            Bus bus,
            BeanContext beans,
            Composition composition,
            Observe observe,
            CheckDeadline checkDeadline,
            Validate validate,
            Authorize authorize,
            Deduplicate deduplicate,
            Transact transact,
            Forwarding forwarding) {
        this.deduplicate = deduplicate;
        this.stages = List.of(observe, checkDeadline, validate, authorize, deduplicate, transact);
        beans.getBeanDefinitions(Argument.of(Handler.class)).forEach(definition -> add(beans, definition));
        Map<Class<?>, Step> routes = new HashMap<>();
        for (UseCaseType type : known()) {
            Step there = around(type, List.of(observe, checkDeadline), forwarding.of(type));
            routes.put(type.message(), way(type, composition.modules(), there));
        }
        bus.open(Map.copyOf(routes));
    }

    /** The ways that end in this process. */
    Map<UseCaseType, Step> local() {
        return Map.copyOf(local);
    }

    private Step way(UseCaseType type, Set<String> modules, Step there) {
        boolean maybeHere = type.ofAnyModule() || modules.contains(type.module());
        if (!maybeHere) {
            return there;
        }
        Step here = local.get(type);
        if (here == null) {
            throw new IllegalStateException("No handler for " + type.name());
        }
        return type.ofAnyModule()
                ? (message, context) -> (modules.contains(type.moduleOf(message)) ? here : there).run(message, context)
                : here;
    }

    /** Every use case there is, here or elsewhere. */
    static List<UseCaseType> known() {
        return BeanIntrospector.SHARED.findIntrospections(UseCase.class).stream()
                .map(introspection -> UseCaseType.of(introspection.getBeanType()))
                .toList();
    }

    private void add(BeanContext beans, BeanDefinition<?> definition) {
        UseCaseType type = UseCaseType.of(
                definition.getTypeArguments(Handler.class).getFirst().getType());
        Step handle = deduplicate.remember(type, new Handle(type, (Handler<?, ?>) beans.getBean(definition)));
        if (local.put(type, around(type, stages, handle)) != null) {
            throw new IllegalStateException("Two handlers for " + type.name());
        }
    }

    private static Step around(UseCaseType type, List<Stage> stages, Step end) {
        Step step = end;
        for (Stage stage : stages.reversed()) {
            step = stage.around(type, step);
        }
        return step;
    }
}
