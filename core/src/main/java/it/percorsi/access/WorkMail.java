package it.percorsi.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an operator is written to at work, and whether they want to be every morning.
 *
 * @param address null where nobody wrote one
 */
public record WorkMail(@Nullable String address, boolean daily) {

    public static final WorkMail UNKNOWN = new WorkMail(null, true);

    private static final int LONGEST = 200;

    /** The same as in the schema. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]++)++");

    public static boolean isAddress(String typed) {
        return typed.length() <= LONGEST && ADDRESS.matcher(typed).matches();
    }
}
