/**
 * One search over everything a person may see.
 */
@NullMarked
package io.cesm.web.search;

import org.jspecify.annotations.NullMarked;
