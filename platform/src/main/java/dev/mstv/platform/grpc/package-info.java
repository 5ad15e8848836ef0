/** gRPC: how processes of one system reach each other's modules. */
package dev.mstv.platform.grpc;
