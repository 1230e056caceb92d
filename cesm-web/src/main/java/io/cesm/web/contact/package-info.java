/**
 * Pages of the people at customers: register, record, and every way to reach them.
 */
@NullMarked
package io.cesm.web.contact;

import org.jspecify.annotations.NullMarked;
