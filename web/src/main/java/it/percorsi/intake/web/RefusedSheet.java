package it.percorsi.intake.web;

import java.util.List;

/** A file that is not taken in, with the message that says why. Nothing of it is kept. */
final class RefusedSheet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final List<String> arguments;

    RefusedSheet(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
