package org.localityvoice.event;

import java.util.Set;
import org.localityvoice.locality.Text;

/** What a session has copied from its event, so that lists and clashes need not read both. */
public record About(
    Text title,
    String activity,
    AgeRange ages,
    boolean supportsSend,
    Set<AccessFeature> accessibility) {

  public About {
    accessibility = Programme.ordered(accessibility, AccessFeature.class);
  }
}
