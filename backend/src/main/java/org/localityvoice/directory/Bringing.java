package org.localityvoice.directory;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import org.localityvoice.identity.Caller;

/**
 * Brings a service in with what it refers to, by the same services and rules as people. What it
 * refers to is made first and stays as it is where it is there already; so whoever is cut off goes
 * on by trying again.
 */
public final class Bringing {
  private final EntryService entries;
  private final DirectoryService provisions;
  private final ServiceStore services;

  Bringing(EntryService entries, DirectoryService provisions, ServiceStore services) {
    this.entries = entries;
    this.provisions = provisions;
    this.services = services;
  }

  /** What became of it. */
  public enum Verdict {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** There is another under its id, which was left alone. */
    DIFFERS
  }

  /**
   * A service to be brought in.
   *
   * @param organisation who gives it, by the id that the content names
   * @param locations where it is given, by the ids that the content names
   */
  public record Parcel(
      String id,
      ServiceContent content,
      OrganisationContent organisation,
      Map<String, LocationContent> locations) {
    public Parcel {
      locations = Map.copyOf(locations);
    }
  }

  /**
   * How to bring it in.
   *
   * @param dryRun only tells what would become of it
   */
  public record Mode(boolean dryRun, boolean overwrite, boolean publish) {}

  /** Brings one in; fails with what is wrong with it. */
  public Future<Verdict> bring(Parcel parcel, Mode mode, Caller caller) {
    EntryChecks.refuse(ServiceChecks.of(parcel.content()));
    var organisation = parcel.organisation();
    new Held(organisation.keeper(), parcel.content().localities())
        .mustBecome(caller, Optional.empty());
    return services
        .entries()
        .find(parcel.id())
        .compose(
            found -> {
              found.ifPresent(one -> DirectoryService.held(one).mustChange(caller));
              var same = found.filter(one -> one.content().equals(parcel.content())).isPresent();
              if (found.isPresent() && !same && !mode.overwrite()) {
                return Future.succeededFuture(Verdict.DIFFERS);
              }
              var verdict =
                  found.isEmpty() ? Verdict.CREATED : same ? Verdict.UNCHANGED : Verdict.CHANGED;
              return (same ? Future.<Void>succeededFuture() : possible(parcel, found, caller))
                  .compose(
                      possible ->
                          mode.dryRun()
                              ? Future.<Void>succeededFuture()
                              : write(parcel, found, same, caller)
                                  .compose(written -> published(parcel, mode, caller)))
                  .map(done -> verdict);
            });
  }

  /** Everything that could be refused is, before the first write: nothing is half done. */
  private Future<Void> possible(Parcel parcel, Optional<Provision> found, Caller caller) {
    if (found.filter(Provision::published).isPresent()) {
      DirectoryService.mustBeComplete(parcel.content());
    }
    return entries.mustBeMakeable(parcel, found, caller);
  }

  private Future<Void> write(
      Parcel parcel, Optional<Provision> found, boolean same, Caller caller) {
    if (same) {
      return Future.succeededFuture();
    }
    return entries
        .makeMissing(parcel.content().organisation(), parcel.organisation(), caller)
        .compose(
            made -> {
              var done = Future.<Void>succeededFuture();
              for (var one : parcel.locations().entrySet()) {
                done =
                    done.compose(
                        before -> entries.makeMissing(one.getKey(), one.getValue(), caller));
              }
              return done;
            })
        .compose(
            made ->
                provisions
                    .put(parcel.id(), parcel.content(), found.map(Provision::edition), caller)
                    .mapEmpty());
  }

  /** What is not complete enough stays a draft. */
  private Future<Void> published(Parcel parcel, Mode mode, Caller caller) {
    return mode.publish() && Completeness.missing(parcel.content()).isEmpty()
        ? provisions.publish(parcel.id(), caller).mapEmpty()
        : Future.succeededFuture();
  }
}
