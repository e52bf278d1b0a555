package it.percorsi.programme;

import it.percorsi.person.Gender;
import org.jspecify.annotations.Nullable;

/**
 * Whether it is somebody's turn to be enrolled in an area.
 *
 * @param area its places, or null where nobody says
 * @param ahead how many wait there since an earlier day
 */
public record Turn(Terms.@Nullable Area area, @Nullable Gender gender, int ahead) {

    public boolean full() {
        return area != null && !area.room(gender);
    }

    /** Whether the places are taken only for this gender, and not in all. */
    public boolean fullForGender() {
        Integer free = area == null ? null : area.free();
        return full() && (free == null || free > 0);
    }

    /** Whether somebody must say why the person is enrolled all the same. */
    public boolean asksWhy() {
        return full() || ahead > 0;
    }
}
