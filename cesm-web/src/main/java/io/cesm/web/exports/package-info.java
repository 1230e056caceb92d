/**
 * The pages and the API by which lists go out as files.
 */
@NullMarked
package io.cesm.web.exports;

import org.jspecify.annotations.NullMarked;
