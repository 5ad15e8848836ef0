package dev.mstv.devstack.consul;

/** What the stub knows: gone when it is started empty. */
final class StubState {

    private final StubIndex index = new StubIndex();
    private final StubKeys keys = new StubKeys(index);
    private final StubServices services = new StubServices(index);

    StubKeys keys() {
        return keys;
    }

    StubServices services() {
        return services;
    }
}
