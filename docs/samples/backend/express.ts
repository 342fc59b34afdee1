import express from 'express';
import { createRoomsHandler, createWhereby, toNodeListener } from 'react-whereby-embed/server';

const rooms = createRoomsHandler({ whereby: createWhereby(), authorize: () => null });

express().use('/api/whereby', toNodeListener(rooms));
