package dev.mstv.platform.bus;

import dev.mstv.platform.composition.Composition;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The way of every message type that has its handler in this process: the stages, then the handler. */
@Context
final class Routes {

    private final Map<Class<?>, Step> routes = new HashMap<>();
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
            Transact transact) {
        this.deduplicate = deduplicate;
        this.stages = List.of(observe, checkDeadline, validate, authorize, deduplicate, transact);
        beans.getBeanDefinitions(Argument.of(Handler.class)).forEach(definition -> add(beans, definition));
        refuseGaps(composition);
        bus.open(Map.copyOf(routes));
    }

    private void refuseGaps(Composition composition) {
        for (BeanIntrospection<?> known : BeanIntrospector.SHARED.findIntrospections(UseCase.class)) {
            UseCaseType type = UseCaseType.of(known.getBeanType());
            if (composition.modules().contains(type.module()) && !routes.containsKey(known.getBeanType())) {
                throw new IllegalStateException("No handler for " + type.name());
            }
        }
    }

    private void add(BeanContext beans, BeanDefinition<?> definition) {
        Class<?> message = definition.getTypeArguments(Handler.class).getFirst().getType();
        UseCaseType type = UseCaseType.of(message);
        Step step = deduplicate.remember(type, new Handle(type, (Handler<?, ?>) beans.getBean(definition)));
        for (Stage stage : stages.reversed()) {
            step = stage.around(type, step);
        }
        if (routes.put(message, step) != null) {
            throw new IllegalStateException("Two handlers for " + type.name());
        }
    }
}
