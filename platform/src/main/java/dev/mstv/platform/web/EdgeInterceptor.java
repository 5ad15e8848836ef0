package dev.mstv.platform.web;

import dev.mstv.platform.edge.Entrance;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Binds the call of a request to the thread that serves it; see {@link Edge}. */
@Singleton
@InterceptorBean(Edge.class)
final class EdgeInterceptor implements MethodInterceptor<Object, Object> {

    private final Admission admission;

    EdgeInterceptor(Admission admission) {
        this.admission = admission;
    }

    @Override
    public @Nullable Object intercept(MethodInvocationContext<Object, Object> controller) {
        return ServerRequestContext.currentRequest()
                .map(request -> {
                    admission.serve(request);
                    return Entrance.bind(Calls.ofOrNew(request), controller::proceed);
                })
                .orElseThrow(() -> new IllegalStateException("A controller serves requests only"));
    }
}
