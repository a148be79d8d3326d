package org.localityvoice.event.attendance;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * That an id of an item has been used in a session, and for what.
 *
 * @param id follows from session and item
 * @param digest of what the item says and of whom, under the door's secret
 */
public record ItemClaim(@BsonId String id, String session, String digest) {}
