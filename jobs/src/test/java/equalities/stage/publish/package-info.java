/** Publishing, tried on an invented protected zone. Open {@link equalities.stage.publish.InventedRelease} first. */
@NullMarked
package equalities.stage.publish;

import org.jspecify.annotations.NullMarked;
