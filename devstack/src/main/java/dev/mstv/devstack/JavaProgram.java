package dev.mstv.devstack;

import java.util.List;

/**
 * A server that is a Java program, whose main class takes its settings' file, its data's directory, and the file that it
 * makes when it is ready.
 *
 * @param name what its user calls it
 * @param key of its module, and so of its list of jars
 * @param main its main class
 * @param flags for its JVM, beside those that all have
 */
record JavaProgram(String name, String key, String main, List<String> flags) {

    JavaProgram {
        flags = List.copyOf(flags);
    }
}
