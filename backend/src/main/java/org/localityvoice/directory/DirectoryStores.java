package org.localityvoice.directory;

import org.localityvoice.mongo.CompareAndSet;
import org.localityvoice.mongo.Index;
import org.localityvoice.mongo.Mongo;

/** The stores of the directory, put together. */
record DirectoryStores(
    EntryStore<Organisation> organisations,
    EntryStore<Location> locations,
    EntryStore<Taxonomy> taxonomies,
    ServiceStore services,
    HistoryStore history,
    PostcodeStore postcodes) {

  static DirectoryStores on(Mongo mongo, CompareAndSet compareAndSet) {
    return new DirectoryStores(
        new EntryStore<>(
            mongo,
            compareAndSet,
            Organisation.COLLECTION,
            Organisation.class,
            Index.on("content.localities", "_id")),
        new EntryStore<>(
            mongo,
            compareAndSet,
            Location.COLLECTION,
            Location.class,
            Index.on("content.localities", "_id")),
        new EntryStore<>(mongo, compareAndSet, Taxonomy.COLLECTION, Taxonomy.class),
        new ServiceStore(mongo, compareAndSet),
        new HistoryStore(mongo),
        new PostcodeStore(mongo));
  }
}
