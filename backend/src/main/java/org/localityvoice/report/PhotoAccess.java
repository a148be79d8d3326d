package org.localityvoice.report;

/** Who may see which photo of a report, and which picture of it. Pure. */
final class PhotoAccess {
  private PhotoAccess() {}

  /** Whether the viewer may know that the photo is there. */
  static boolean mayKnow(PhotoUse use, Viewer viewer) {
    return whole(use, viewer) || use.moderated() == Publication.Moderated.PUBLISHED;
  }

  /** Whether the viewer may see it as it was sent, without anything blacked out. */
  static boolean whole(PhotoUse use, Viewer viewer) {
    if (viewer instanceof Viewer.Person person) {
      return person.affected().id().equals(use.affected());
    }
    return viewer instanceof Viewer.Staff;
  }
}
