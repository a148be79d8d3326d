package org.localityvoice.directory;

import java.util.List;

/**
 * Where people may live who come.
 *
 * @param postcodes whole ones or beginnings of them, where it is said so exactly
 */
public record Coverage(String name, List<String> postcodes) {
  public Coverage {
    postcodes = Lists.of(postcodes);
  }
}
