/** Pages of visits to customers: the rhythm, who is due, and logging one. */
@NullMarked
package io.cesm.web.visit;

import org.jspecify.annotations.NullMarked;
