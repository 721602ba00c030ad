package com.lianxing.process.planning;

import com.lianxing.money.Money;
import com.lianxing.process.WayOut;
import com.lianxing.project.Project;
import com.lianxing.project.ProjectCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a kind of project may do to be done earlier, beyond what holds for all. */
public interface LifecycleOptions {

    /** The id of its process. */
    String lifecycle();

    /** What would make a step shorter; those that make none shorter are left out. */
    List<Shorter> shorter(Project project);

    /** What it costs to leave out what waits for that project; null while nobody entered what it earns. */
    @Nullable
    Money costWithout(Project project, ProjectCode needed);

    /**
     * @param about as in {@link WayOut}
     * @param elementId of the step, wherever it stands
     * @param days what it takes where {@code insteadOf} are usual: the step is shorter in that proportion
     * @param cost null where it is not known
     */
    record Shorter(
            WayOut.Kind kind,
            String about,
            String elementId,
            int days,
            int insteadOf,
            @Nullable Money cost) {}
}
