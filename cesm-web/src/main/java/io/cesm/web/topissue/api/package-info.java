/** TOP issues for programs. */
@NullMarked
package io.cesm.web.topissue.api;

import org.jspecify.annotations.NullMarked;
