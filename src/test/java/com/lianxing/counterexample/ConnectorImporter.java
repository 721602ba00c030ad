package com.lianxing.counterexample;

import com.lianxing.connector.counterexample.Carrier;

/** Names a connector instead of a port. */
record ConnectorImporter(Carrier carrier) {}
