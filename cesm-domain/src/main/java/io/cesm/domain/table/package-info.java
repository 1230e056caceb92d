/**
 * Tables as files: CSV and XLSX written so that no spreadsheet computes with a customer's
 * words, and read so that no hostile file does harm.
 */
@NullMarked
@NamedInterface("table")
package io.cesm.domain.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
