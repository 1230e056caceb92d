/** First screens by role: figures over all processes that somebody decided upon. */
@NullMarked
package io.cesm.web.dashboard;

import org.jspecify.annotations.NullMarked;
