package dev.mstv.platform.bus;

/**
 * A message that any module can be sent, because the platform answers it: it says itself to which, and runs in a process
 * that has it. Its use case is named {@code module.<use_case>}.
 */
public interface OfModule {

    /** Name of the module; one that exists. */
    String module();
}
