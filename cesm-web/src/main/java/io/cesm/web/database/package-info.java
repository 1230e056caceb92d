/**
 * Where data and keys live: the data directory, the PostgreSQL in it, and the checks a
 * database has to pass before CESM serves.
 */
@NullMarked
package io.cesm.web.database;

import org.jspecify.annotations.NullMarked;
