@NullMarked
package equalities.audit;

import org.jspecify.annotations.NullMarked;
