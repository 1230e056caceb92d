/**
 * What tests of pages and of the API share.
 */
@NullMarked
package io.cesm.web.support;

import org.jspecify.annotations.NullMarked;
