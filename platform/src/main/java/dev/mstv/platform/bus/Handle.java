package dev.mstv.platform.bus;

/** The end of the way: the handler itself, for which the messages it sends are nested in this one. */
final class Handle implements Step {

    private final String name;
    private final Handler<Message<Object>, Object> handler;

    // Routes pairs a handler only with messages of its own type.
    @SuppressWarnings("unchecked")
    Handle(UseCaseType type, Handler<?, ?> handler) {
        this.name = type.name();
        this.handler = (Handler<Message<Object>, Object>) handler;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object run(Message<?> message, CallContext context) {
        return context.inside(name).call(() -> handler.handle((Message<Object>) message));
    }
}
