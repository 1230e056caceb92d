/**
 * The API of work orders.
 */
@NullMarked
package io.cesm.web.workorder.api;

import org.jspecify.annotations.NullMarked;
