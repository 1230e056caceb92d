/**
 * A repeated request acts once and gets the first answer again.
 */
@NullMarked
package io.cesm.web.once;

import org.jspecify.annotations.NullMarked;
