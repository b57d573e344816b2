@NullMarked
package equalities.engine.spark;

import org.jspecify.annotations.NullMarked;
